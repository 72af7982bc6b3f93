/** The icon in the system's tray and its menu; the only place that shows anything by AWT. */
@NullMarked
package app.naru.ui.tray;

import org.jspecify.annotations.NullMarked;
