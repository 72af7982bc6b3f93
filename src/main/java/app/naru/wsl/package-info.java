/** The Windows Subsystem for Linux: its distributions, its networking mode and its addresses. */
@NullMarked
package app.naru.wsl;

import org.jspecify.annotations.NullMarked;
