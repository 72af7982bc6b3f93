/** The page of this PC's addresses, the Internet's view of them, and the router. */
@NullMarked
package app.naru.ui.addresses;

import org.jspecify.annotations.NullMarked;
