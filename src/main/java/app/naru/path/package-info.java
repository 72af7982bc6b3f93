/** The path from the Internet to the server, hop by hop: planned, opened, checked and closed. */
@NullMarked
package app.naru.path;

import org.jspecify.annotations.NullMarked;
