/**
 * What this PC is like right now: collectors run side by side and together make one immutable
 * Situation.
 */
@NullMarked
package app.naru.survey;

import org.jspecify.annotations.NullMarked;
