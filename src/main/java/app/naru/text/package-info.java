/** All that a user reads, in the user's language. */
@NullMarked
package app.naru.text;

import org.jspecify.annotations.NullMarked;
