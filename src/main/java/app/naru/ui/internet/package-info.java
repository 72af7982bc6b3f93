/** The check from outside, and whom Naru may contact on the Internet. */
@NullMarked
package app.naru.ui.internet;

import org.jspecify.annotations.NullMarked;
