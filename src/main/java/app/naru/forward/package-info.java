/**
 * The vocabulary: what a user wants to open, and to whom.
 *
 * <p>No input or output. Every value has one text form, the same on the command line, in the
 * settings' JSON and on screen; {@code parse} and {@code toString} are each other's inverse. A
 * value that can't be is never constructed: {@link app.naru.forward.InvalidInput} names the input
 * and says in the user's language what is wrong with it.
 */
@NullMarked
package app.naru.forward;

import org.jspecify.annotations.NullMarked;
