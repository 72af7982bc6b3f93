package app.naru.ui.main;

import app.naru.diagnosis.Examination;
import app.naru.diagnosis.Report;
import app.naru.text.Texts;
import java.util.List;
import java.util.stream.Collectors;

/** A report of an examination, to be pasted elsewhere. */
final class ReportText {

    private ReportText() {}

    /**
     * Returns the report in that language.
     *
     * @param withNames whether the public address and names stay in it
     */
    static String of(Examination examination, Texts texts, boolean withNames) {
        String text =
                Report.of(examination).stream()
                        .map(line -> line(line, texts))
                        .collect(Collectors.joining("\n", "", "\n"));
        List<String> hidden = withNames ? List.of() : Report.privateWords(examination);
        for (String word : hidden) {
            text = text.replace(word, "***");
        }
        return text;
    }

    private static String line(Report.Line line, Texts texts) {
        String indent = "  ".repeat(line.depth());
        return indent
                + texts.say(line.sentence())
                + line.text().map(more -> "\n" + more.indent(4).stripTrailing()).orElse("");
    }
}
