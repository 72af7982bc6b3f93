/** The page of what the user chooses about Naru itself. */
@NullMarked
package app.naru.ui.settings;

import org.jspecify.annotations.NullMarked;
