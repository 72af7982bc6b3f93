/** Who listens on this PC and in WSL, and what kind of server it is. */
@NullMarked
package app.naru.server;

import org.jspecify.annotations.NullMarked;
