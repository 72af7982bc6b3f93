package app.naru.forward;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What the user wants: this server, reachable on these ports, by these people, for this long.
 *
 * @param id stays the same when everything else is edited; part of the names of what Naru makes for
 *     it
 * @param ports where others reach it; port by port they lead to the target's port and those after
 *     it
 * @param description what the firewall rule says it is for; may be empty
 * @param profiles the kinds of network on which the firewall lets it in; at least one
 * @param startWsl whether the distribution of WSL that the server is in is started and kept running
 *     while this is open; means nothing for a server elsewhere
 * @param trustNetwork whether Windows is told to take a public network that this PC is reached on
 *     for a private one while this is open
 * @param mapAnyway whether the router is told to map the ports even where nothing from the Internet
 *     would arrive at it, as far as that can be told
 * @param http that it is in HTTP mode; empty where its bytes are passed on as they are
 */
public record Forward(
        String id,
        ForwardName name,
        Protocol protocol,
        PortRange ports,
        Listen listen,
        Target target,
        Audience audience,
        Lifetime lifetime,
        Set<NetworkProfile> profiles,
        String description,
        boolean startWsl,
        boolean trustNetwork,
        boolean mapAnyway,
        Optional<HttpNames> http) {

    /** The firewall allows 9,999; nobody reads more than this. */
    public static final int LONGEST_DESCRIPTION = 500;

    public Forward {
        if (!id.matches("[0-9a-f]{8}")) {
            throw new InvalidInput("forward.id", id);
        }
        if (target.port().number() + ports.size() - 1 > Port.MAX) {
            throw new InvalidInput("forward.targetPorts", target, ports.size());
        }
        if (profiles.isEmpty()) {
            throw new InvalidInput("forward.profiles", name);
        }
        if (http.isPresent() && (protocol != Protocol.TCP || ports.size() > 1)) {
            throw new InvalidInput("forward.http", ports);
        }
        profiles = Collections.unmodifiableSortedSet(new TreeSet<>(profiles));
        description = checkedDescription(description);
    }

    /** A forward that starts nothing, and whose bytes are passed on as they are. */
    public Forward(
            String id,
            ForwardName name,
            Protocol protocol,
            PortRange ports,
            Listen listen,
            Target target,
            Audience audience,
            Lifetime lifetime,
            Set<NetworkProfile> profiles,
            String description) {
        this(
                id,
                name,
                protocol,
                ports,
                listen,
                target,
                audience,
                lifetime,
                profiles,
                description,
                false,
                false,
                false,
                Optional.empty());
    }

    /** Returns the same forward under another name. */
    public Forward named(ForwardName other) {
        return with(other, ports, startWsl, trustNetwork, mapAnyway, http);
    }

    /**
     * Returns the same forward, which starts the distribution of WSL that its server is in and
     * keeps it running while it is open, or does not.
     */
    public Forward startingWsl(boolean start) {
        return with(name, ports, start, trustNetwork, mapAnyway, http);
    }

    /** Returns the same forward in HTTP mode, asked under those names too. */
    public Forward inHttpMode(HttpNames names) {
        return with(name, ports, startWsl, trustNetwork, mapAnyway, Optional.of(names));
    }

    /** Returns the same forward, for which a public network is made private, or is not. */
    public Forward trustingNetwork(boolean trust) {
        return with(name, ports, startWsl, trust, mapAnyway, http);
    }

    /** Returns the same forward, whose ports the router maps whatever it is of use, or does not. */
    public Forward mappedAnyway(boolean anyway) {
        return with(name, ports, startWsl, trustNetwork, anyway, http);
    }

    /** Returns the same forward at as many ports from that one on; its target stays. */
    public Forward movedTo(Port first) {
        return with(name, ports.movedTo(first), startWsl, trustNetwork, mapAnyway, http);
    }

    private Forward with(
            ForwardName otherName,
            PortRange otherPorts,
            boolean start,
            boolean trust,
            boolean anyway,
            Optional<HttpNames> names) {
        return new Forward(
                id,
                otherName,
                protocol,
                otherPorts,
                listen,
                target,
                audience,
                lifetime,
                profiles,
                description,
                start,
                trust,
                anyway,
                names);
    }

    /** Whether that is its id, or its name in any case of letters. */
    public boolean answersTo(String nameOrId) {
        return id.equals(nameOrId) || name.text().equalsIgnoreCase(nameOrId);
    }

    /** Returns an id that no forward has yet, as far as chance goes. */
    public static String newId() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    /**
     * Returns the description as a rule can hold it.
     *
     * @throws InvalidInput if it is too long, starts with {@code @} or holds {@code |}, {@code "}
     *     or a control character
     */
    public static String checkedDescription(String text) {
        String stripped = text.strip();
        if (stripped.length() > LONGEST_DESCRIPTION) {
            throw new InvalidInput(
                    "description.long", stripped, stripped.length(), LONGEST_DESCRIPTION);
        }
        if (stripped.startsWith("@")
                || stripped.matches("(?s).*[|\"\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}].*")) {
            throw new InvalidInput("description.character", stripped);
        }
        return stripped;
    }
}
