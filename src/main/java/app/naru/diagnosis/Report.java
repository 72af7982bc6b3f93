package app.naru.diagnosis;

import app.naru.forward.Address;
import app.naru.forward.Sentence;
import app.naru.path.HopView;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An examination as text, before it is put into words. */
public final class Report {

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

    /** Returns what a person may not want to show to strangers: the public address, and names. */
    public static List<String> privateWords(Examination examination) {
        Case it = examination.it();
        Stream<InetAddress> addresses =
                Stream.concat(
                        it.situation().publicAddress().known().stream(),
                        Stream.concat(
                                it.remembered().outside().stream(),
                                it.seen().router().stream()
                                        .flatMap(router -> router.wayIn().stream())
                                        .flatMap(way ->
                                                Stream.concat(
                                                        way.router().stream(),
                                                        way.seen().stream()))));
        return Stream.concat(
                        addresses.map(Address::text),
                        Stream.concat(
                                Stream.of(it.forward().name().text()), Ways.ownName().stream()))
                .filter(word -> word.length() > 2)
                .distinct()
                .toList();
    }
}
