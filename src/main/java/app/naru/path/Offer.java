package app.naru.path;

import app.naru.forward.Sentence;

/**
 * Something in the way that Naru can take out of it, but did not put there: only with the user's
 * consent.
 *
 * @param why what it does there
 */
public record Offer(FirewallChange change, Sentence why) {}
