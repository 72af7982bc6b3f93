package app.naru.diagnosis;

import app.naru.forward.Address;
import app.naru.forward.AddressKind;
import app.naru.forward.Port;
import app.naru.forward.Sentence;
import app.naru.forward.Target;
import app.naru.internet.PublicAddresses;
import app.naru.path.HopView;
import app.naru.router.MappedPort;
import app.naru.survey.Network;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An examination as text, before it is put into words. */
public final class Report {

    /** It stands in the paths of programs. */
    private static final String USER = System.getProperty("user.name", "");

    private Report() {}

    /**
     * A line.
     *
     * @param depth 0 for what stands on its own, 1 and 2 for what belongs to the line before
     * @param text what stands behind the sentence as it is: a text to copy, a command
     */
    public record Line(int depth, Sentence sentence, Optional<String> text) {
        Line(int depth, Sentence sentence) {
            this(depth, sentence, Optional.empty());
        }
    }

    /** Returns the lines: what came of it, the one thing in the way, then every hop. */
    public static List<Line> of(Examination examination) {
        Diagnosis diagnosis = examination.diagnosis();
        List<Line> lines = new ArrayList<>();
        lines.add(
                new Line(
                        0,
                        Sentence.of(
                                "diagnosis.report.head",
                                diagnosis.forward().name(),
                                diagnosis.forward().ports(),
                                diagnosis.forward().target())));
        if (diagnosis.answer().isEmpty()) {
            lines.add(new Line(0, diagnosis.sentence()));
        }
        diagnosis.answer().ifPresent(answer -> finding(answer, lines));
        diagnosis.findings().stream()
                .filter(each -> !each.blocks())
                .forEach(each -> finding(each, lines));
        lines.add(new Line(0, Sentence.of("diagnosis.report.hops")));
        for (HopView hop : diagnosis.hops()) {
            lines.add(
                    new Line(
                            1,
                            Sentence.of(
                                    "diagnosis.report.hop",
                                    Sentence.of("path.hop." + hop.hop()),
                                    Sentence.of("path.state." + hop.state()),
                                    hop.sentence())));
        }
        return lines;
    }

    private static void finding(Finding finding, List<Line> lines) {
        lines.add(
                new Line(
                        0,
                        Sentence.of(
                                finding.blocks()
                                        ? "diagnosis.report.inTheWay"
                                        : "diagnosis.report.worthKnowing",
                                Sentence.of("path.hop." + finding.hop()),
                                finding.sentence(),
                                Sentence.of("diagnosis.sureness." + finding.sureness()))));
        finding.evidence().forEach(each -> lines.add(new Line(1, each)));
        for (Fix fix : finding.fixes()) {
            lines.add(line(fix));
            fix.meaning().ifPresent(meaning -> lines.add(new Line(2, meaning)));
        }
    }

    private static Line line(Fix fix) {
        Sentence toDo = Sentence.of("diagnosis.report.toDo", fix.title());
        return switch (fix) {
            case Fix.Make make -> new Line(1, toDo, make.change().command());
            case Fix.Copy copy -> new Line(1, toDo, Optional.of(copy.text()));
            case Fix.Visit visit -> new Line(1, toDo, Optional.of(visit.page().toString()));
            case Fix.Reopen reopen -> new Line(1, toDo);
            case Fix.ByHand byHand -> new Line(1, toDo);
        };
    }

    /**
     * Returns what a person may not want to show to strangers: by which addresses the Internet
     * knows them, and names, of theirs, of this PC and of their other devices; the longest first.
     */
    public static List<String> privateWords(Examination examination) {
        Case it = examination.it();
        return Stream.concat(addresses(it).map(Address::text), names(it))
                .filter(word -> word.length() > 2)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    private static Stream<InetAddress> addresses(Case it) {
        Stream<InetAddress> seen =
                Stream.concat(
                        it.situation().outside().known().stream().flatMap(PublicAddresses::all),
                        it.remembered().outside().stream());
        Stream<InetAddress> atRouter =
                it.seen().router().stream()
                        .flatMap(router -> router.wayIn().stream())
                        .flatMap(way -> Stream.concat(way.router().stream(), way.seen().stream()));
        Stream<InetAddress> own =
                it.network().stream().flatMap(Network::addresses).filter(Report::isPublic);
        return Stream.of(seen, atRouter, own).flatMap(all -> all);
    }

    /** IPv6 has its public ones in 2000::/3 (RFC 4291 section 2.4). */
    private static boolean isPublic(InetAddress address) {
        return address instanceof Inet4Address
                ? AddressKind.of(Optional.of(address)) == AddressKind.PUBLIC
                : (address.getAddress()[0] & 0xe0) == 0x20;
    }

    private static Stream<String> names(Case it) {
        Stream<String> device =
                it.forward().target() instanceof Target.Device(String host, Port port)
                                && host.matches("[^:]*[A-Za-z][^:]*")
                        ? Stream.of(host)
                        : Stream.of();
        Stream<String> atRouter =
                it
                        .seen()
                        .router()
                        .flatMap(RouterSight::atPort)
                        .map(MappedPort::description)
                        .stream();
        return Stream.of(
                        Stream.of(it.forward().name().text()),
                        Ways.ownName().stream(),
                        Stream.of("Users\\" + USER, "home/" + USER),
                        device,
                        atRouter)
                .flatMap(all -> all);
    }
}
