/** The page of the firewall's rules: to look through, to ask, to add to, to take along. */
@NullMarked
package app.naru.ui.firewall;

import org.jspecify.annotations.NullMarked;
