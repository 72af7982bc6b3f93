/** What stands in the way of a forward, why it is thought so, and what to do about it. */
@NullMarked
package app.naru.diagnosis;

import org.jspecify.annotations.NullMarked;
