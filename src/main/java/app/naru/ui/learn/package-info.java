/** The concepts behind it all, as short illustrated pages. */
@NullMarked
package app.naru.ui.learn;

import org.jspecify.annotations.NullMarked;
