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

    /**
     * Returns a name that no other forward has.
     *
     * @param preset what the server is said to be, for want of one that is seen
     */
    String of(
            ServerDraft server,
            List<LocalServer> servers,
            boolean sample,
            Optional<Sentence> preset) {
        Optional<PortRange> ports = server.ports().reading().get().good();
        String what =
                words.apply(
                        sample ? Sentence.of("wizard.name.sample") : kind(server, servers, preset));
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

    private static Sentence kind(
            ServerDraft server, List<LocalServer> servers, Optional<Sentence> preset) {
        boolean inWsl = server.place().get() == ServerDraft.Place.WSL;
        Sentence otherwise =
                preset.orElseGet(
                        () -> Sentence.of(inWsl ? "wizard.name.wsl" : "wizard.name.plain"));
        return chosen(server, servers).map(found -> title(found, otherwise)).orElse(otherwise);
    }

    private static Sentence title(LocalServer server, Sentence otherwise) {
        boolean known = server.kind() != ServerKind.UNKNOWN && server.kind() != ServerKind.SYSTEM;
        return known
                ? server.kind().title()
                : server.program()
                        .map(Program::name)
                        .map(name -> Sentence.of("wizard.name.program", name))
                        .orElse(otherwise);
    }

    /** Returns the listed server that was chosen or typed. */
    static Optional<LocalServer> chosen(ServerDraft server, List<LocalServer> servers) {
        return server.ports()
                .reading()
                .get()
                .good()
                .flatMap(range ->
                        servers.stream()
                                .filter(each ->
                                        each.protocol() == server.protocol().get()
                                                && each.port().equals(range.first())
                                                && isThere(server, each))
                                .findFirst());
    }

    /** WSL's distributions share one network: one that is not named is any. */
    private static boolean isThere(ServerDraft server, LocalServer listed) {
        return switch (server.place().get()) {
            case THIS_PC -> listed.distro().isEmpty();
            case DEVICE -> false;
            case WSL ->
                    listed.distro()
                            .filter(distro ->
                                    distro.isEmpty()
                                            || server.distro().get().isEmpty()
                                            || distro.equalsIgnoreCase(server.distro().get()))
                            .isPresent();
        };
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
