package app.naru.ui.learn;

import app.naru.forward.Sentence;
import app.naru.server.UsualServer;
import java.util.List;
import java.util.Optional;

/** A page of Learn, in the order in which they are read. */
public enum Topic {
    SERVER(Group.CONCEPTS, "learn.server"),
    FORWARDING(Group.CONCEPTS, "learn.forwarding"),
    ADDRESSES(Group.CONCEPTS, "learn.addresses"),
    RULES(Group.CONCEPTS, "learn.rules"),
    WSL(Group.CONCEPTS, "learn.wsl"),
    NAT(Group.CONCEPTS, "learn.nat"),
    RISKS(Group.CONCEPTS, "learn.risks"),
    TRYING(Group.CONCEPTS, "learn.trying"),
    DJANGO(Group.CHECKLISTS, "learn.django"),
    VITE(Group.CHECKLISTS, "learn.vite"),
    MINECRAFT(Group.CHECKLISTS, "learn.minecraft"),
    SSH(Group.CHECKLISTS, "learn.ssh"),
    RDP(Group.CHECKLISTS, "learn.rdp");

    /** What kind of page it is. */
    enum Group {
        CONCEPTS,
        CHECKLISTS
    }

    private final Group group;
    private final String title;

    Topic(Group group, String title) {
        this.group = group;
        this.title = title;
    }

    /** Returns the page with what to do for that server; empty where there is none. */
    public static Optional<Topic> of(UsualServer server) {
        return switch (server) {
            case DJANGO -> Optional.of(DJANGO);
            case VITE -> Optional.of(VITE);
            case MINECRAFT, MINECRAFT_BEDROCK -> Optional.of(MINECRAFT);
            case SSH -> Optional.of(SSH);
            case RDP -> Optional.of(RDP);
            case FLASK, NODE, SPRING, STATIC -> Optional.empty();
        };
    }

    Group group() {
        return group;
    }

    Sentence title() {
        return Sentence.of(title);
    }

    /** Returns what is on it. */
    List<Block> content(Here here) {
        return switch (this) {
            case SERVER -> Concepts.server(here);
            case FORWARDING -> Concepts.forwarding(here);
            case ADDRESSES -> Concepts.addresses(here);
            case RULES -> Concepts.rules();
            case WSL -> Concepts.wsl(here);
            case NAT -> Concepts.nat(here);
            case RISKS -> Concepts.risks();
            case TRYING -> Concepts.trying();
            case DJANGO -> Checklists.django(here);
            case VITE -> Checklists.vite(here);
            case MINECRAFT -> Checklists.minecraft(here);
            case SSH -> Checklists.ssh(here);
            case RDP -> Checklists.rdp(here);
        };
    }
}
