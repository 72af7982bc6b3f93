package app.naru.ui.check;

import app.naru.diagnosis.Examination;
import app.naru.diagnosis.Report;
import app.naru.text.Texts;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A report of an examination, to be pasted elsewhere. */
public final class ReportText {

    private static final String HIDDEN = "***";

    private ReportText() {}

    /**
     * Returns the report in that language.
     *
     * @param withNames whether the public address and names stay in it
     */
    public static String of(Examination examination, Texts texts, boolean withNames) {
        String text =
                Report.of(examination).stream()
                        .map(line -> line(line, texts))
                        .collect(Collectors.joining("\n", "", "\n"));
        List<String> hidden = withNames ? List.of() : Report.privateWords(examination);
        for (String word : hidden) {
            text = text.replaceAll(whole(word), HIDDEN);
        }
        return text;
    }

    /** Not in the midst of a longer number or word. */
    private static String whole(String word) {
        return "(?i)(?<![A-Za-z0-9])" + Pattern.quote(word) + "(?![A-Za-z0-9])";
    }

    private static String line(Report.Line line, Texts texts) {
        String indent = "  ".repeat(line.depth());
        return indent
                + texts.say(line.sentence())
                + line.text().map(more -> "\n" + more.indent(4).stripTrailing()).orElse("");
    }
}
