/** Where the program starts and its parts are put together. */
@NullMarked
package app.naru;

import org.jspecify.annotations.NullMarked;
