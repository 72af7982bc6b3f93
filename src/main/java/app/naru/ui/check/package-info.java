/** The look at a forward's way, as windows show it. */
@NullMarked
package app.naru.ui.check;

import org.jspecify.annotations.NullMarked;
