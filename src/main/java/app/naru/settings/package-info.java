/** The files that Naru keeps: written whole or not at all, with the last good copy beside. */
@NullMarked
package app.naru.settings;

import org.jspecify.annotations.NullMarked;
