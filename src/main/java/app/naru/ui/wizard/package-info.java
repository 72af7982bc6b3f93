/** The wizard that walks from a server to the link to hand out, one page a step. */
@NullMarked
package app.naru.ui.wizard;

import org.jspecify.annotations.NullMarked;
