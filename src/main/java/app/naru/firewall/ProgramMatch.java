package app.naru.firewall;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether two texts name the same program. */
final class ProgramMatch {

    private static final Pattern VARIABLE = Pattern.compile("%([^%]+)%(.*)", Pattern.DOTALL);

    private static final Pattern SHORTENED = Pattern.compile("~[0-9]");
    private static final Pattern DOUBLED = Pattern.compile("\\\\{2,}");

    /** Where Windows' own variables can lead; the drive is not always C. */
    private static final Map<String, Pattern> USUAL =
            Map.of(
                    "systemroot", Pattern.compile("[a-z]:\\\\windows"),
                    "windir", Pattern.compile("[a-z]:\\\\windows"),
                    "systemdrive", Pattern.compile("[a-z]:"),
                    "programfiles", Pattern.compile("[a-z]:\\\\program files( \\(x86\\))?"),
                    "programw6432", Pattern.compile("[a-z]:\\\\program files"),
                    "programfiles(x86)", Pattern.compile("[a-z]:\\\\program files \\(x86\\)"),
                    "programdata", Pattern.compile("[a-z]:\\\\programdata"));

    private ProgramMatch() {}

    /**
     * Compares a rule's program, which can start with a variable, with the path of a program that
     * runs. Case does not count, nor whether slashes lean forwards.
     */
    static Match of(String inRule, String running) {
        String rule = plain(inRule);
        String path = plain(running);
        Matcher variable = VARIABLE.matcher(rule);
        if (rule.startsWith("%") && variable.matches()) {
            String tail = variable.group(2);
            if (!path.endsWith(tail)) {
                return Match.NO;
            }
            String start = path.substring(0, path.length() - tail.length());
            Pattern usual = USUAL.get(variable.group(1));
            return usual == null ? Match.LIKELY : Match.of(usual.matcher(start).matches());
        }
        if (rule.equals(path)) {
            return Match.YES;
        }
        // A short name like PROGRA~1 can't be told without looking at the disk.
        boolean oneShortened = SHORTENED.matcher(rule).find() != SHORTENED.matcher(path).find();
        return oneShortened && fileName(rule).equals(fileName(path)) ? Match.LIKELY : Match.NO;
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('\\') + 1);
    }

    private static String plain(String path) {
        String plain = path.strip().toLowerCase(Locale.ROOT).replace('/', '\\');
        if (plain.startsWith("\\\\?\\")) {
            plain = plain.substring(4);
        }
        String start = plain.startsWith("\\\\") ? "\\" : "";
        return start + DOUBLED.matcher(plain).replaceAll("\\\\");
    }
}
