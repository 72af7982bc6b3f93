package app.naru.ui.wizard;

import app.naru.forward.ForwardName;
import app.naru.forward.InvalidInput;
import app.naru.forward.PortRange;
import app.naru.forward.Sentence;
import app.naru.server.LocalServer;
import app.naru.server.Program;
import app.naru.server.ServerKind;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Names a forward after its server: "Django 8000". */
final class SuggestedName {

    private final Function<Sentence, String> words;
    private final Predicate<ForwardName> taken;

    /**
     * @param words says a sentence in the person's language
     * @param taken whether another forward has that name
     */
    SuggestedName(Function<Sentence, String> words, Predicate<ForwardName> taken) {
        this.words = words;
        this.taken = taken;
    }

    /** Returns a name that no other forward has. */
    String of(ServerDraft server, List<LocalServer> servers, boolean sample) {
        Optional<PortRange> ports = server.ports().reading().get().good();
        String what =
                words.apply(sample ? Sentence.of("wizard.name.sample") : kind(server, servers));
        String whole = ports.map(range -> what + " " + range).orElse(what);
        String plain = words.apply(Sentence.of("wizard.name.plain"));
        String usable =
                isName(whole) ? whole : ports.map(range -> plain + " " + range).orElse(plain);
        return IntStream.iterate(2, number -> number + 1)
                .mapToObj(number -> usable + " (" + number + ")")
                .filter(this::isFree)
                .findFirst()
                .filter(other -> !isFree(usable))
                .orElse(usable);
    }

    private static Sentence kind(ServerDraft server, List<LocalServer> servers) {
        if (server.place().get() == ServerDraft.Place.WSL) {
            return Sentence.of("wizard.name.wsl");
        }
        return chosen(server, servers)
                .map(SuggestedName::title)
                .orElse(Sentence.of("wizard.name.plain"));
    }

    private static Sentence title(LocalServer server) {
        boolean known = server.kind() != ServerKind.UNKNOWN && server.kind() != ServerKind.SYSTEM;
        return known
                ? server.kind().title()
                : server.program()
                        .map(Program::name)
                        .map(name -> Sentence.of("wizard.name.program", name))
                        .orElse(Sentence.of("wizard.name.plain"));
    }

    /** Returns the listed server that was chosen or typed. */
    static Optional<LocalServer> chosen(ServerDraft server, List<LocalServer> servers) {
        if (server.place().get() != ServerDraft.Place.THIS_PC) {
            return Optional.empty();
        }
        return server.ports()
                .reading()
                .get()
                .good()
                .flatMap(range ->
                        servers.stream()
                                .filter(each ->
                                        each.protocol() == server.protocol().get()
                                                && each.port().equals(range.first()))
                                .findFirst());
    }

    private boolean isFree(String text) {
        return isName(text) && !taken.test(new ForwardName(text));
    }

    private static boolean isName(String text) {
        try {
            return !ForwardName.parse(text).text().isEmpty();
        } catch (InvalidInput e) {
            return false;
        }
    }
}
