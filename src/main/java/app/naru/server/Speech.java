package app.naru.server;

import java.util.List;
import java.util.Optional;

/**
 * What a server is and what it says, asked by the names that visitors use.
 *
 * @param kind what answered
 * @param http whether it answers HTTP, through TLS or not
 * @param tls whether it speaks TLS
 * @param debug whether it is Django with its debug pages on
 * @param replies to each name that was asked by
 * @param refusedOrigin the origin that Django refuses a form of; empty where it takes it, or was
 *     not asked
 */
public record Speech(
        ServerKind kind,
        boolean http,
        boolean tls,
        boolean debug,
        List<Reply> replies,
        Optional<String> refusedOrigin) {

    public Speech {
        replies = List.copyOf(replies);
    }

    /**
     * An answer to a request.
     *
     * @param host the name or address that the request was for, without port
     * @param status HTTP's status code
     * @param refusal how the server said that it does not answer to that name
     */
    public record Reply(String host, int status, Optional<HostRefusal> refusal) {}

    /** Returns the names that the server does not answer to. */
    public List<Reply> refused() {
        return replies.stream().filter(reply -> reply.refusal().isPresent()).toList();
    }

    /** Whether it answers to that name. */
    public boolean answersTo(String host) {
        return replies.stream()
                .anyMatch(reply -> reply.host().equals(host) && reply.refusal().isEmpty());
    }
}
