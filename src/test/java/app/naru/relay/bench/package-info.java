/** Puts load on relays, Naru's and others', and compares them. Run by {@code ./dev bench}. */
@NullMarked
package app.naru.relay.bench;

import org.jspecify.annotations.NullMarked;
