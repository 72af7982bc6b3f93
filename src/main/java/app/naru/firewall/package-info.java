/** Windows Defender Firewall: rules, policy, and the commands that change them. */
@NullMarked
package app.naru.firewall;

import org.jspecify.annotations.NullMarked;
