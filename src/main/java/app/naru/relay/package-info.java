/** Carries what arrives on this PC's own addresses to the server, wherever that is. */
@NullMarked
package app.naru.relay;

import org.jspecify.annotations.NullMarked;
