package app.naru.ui.firewall;

import java.util.Comparator;
import java.util.Locale;

/** In which order the rules are on show; those of Naru's own come first. */
enum RuleOrder {
    NAME,
    PROGRAM,
    PORT;

    Comparator<RuleRow> comparator() {
        Comparator<RuleRow> order =
                switch (this) {
                    case NAME -> Comparator.comparing(row -> row.name().toLowerCase(Locale.ROOT));
                    case PROGRAM -> Comparator.comparing(RuleOrder::program);
                    case PORT -> Comparator.comparingInt(RuleRow::firstPort);
                };
        return Comparator.comparing((RuleRow row) -> !row.ours())
                .thenComparing(order)
                .thenComparing(RuleRow::name);
    }

    /** By the file's name; rules for any program come last. */
    private static String program(RuleRow row) {
        String path = row.rule().program().toLowerCase(Locale.ROOT);
        String file = path.substring(path.lastIndexOf('\\') + 1);
        return file.isEmpty() ? "\uFFFF" : file;
    }
}
