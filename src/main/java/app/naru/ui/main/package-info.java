/** The main window: the forwards, how they stand, and what can be done with them. */
@NullMarked
package app.naru.ui.main;

import org.jspecify.annotations.NullMarked;
