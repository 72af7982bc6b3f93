/**
 * The program without a window. Every command ends with 0 (done), 1 (failed) or 2 (an input that
 * can't be taken; nothing was changed).
 *
 * <p>With {@code --json} a command writes JSON in plain ASCII, so that no console's code page can
 * damage it. Names of fields and values of enumerations stay as they are from version to version;
 * sentences stand as {@code {"key": …, "text": …}}, the text in the user's language.
 */
@NullMarked
package app.naru.cli;

import org.jspecify.annotations.NullMarked;
