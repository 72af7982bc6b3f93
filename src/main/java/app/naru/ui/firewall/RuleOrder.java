package app.naru.ui.firewall;

import java.util.Comparator;

/** In which order the rules are on show; those of Naru's own come first. */
enum RuleOrder {
    NAME,
    PROGRAM,
    PORT;

    /** What is searched for starts with the name: it is in lower case already. */
    private static final Comparator<RuleRow> BY_NAME = Comparator.comparing(RuleRow::findable);

    Comparator<RuleRow> comparator() {
        Comparator<RuleRow> order =
                switch (this) {
                    case NAME -> BY_NAME;
                    case PROGRAM -> Comparator.comparing(RuleOrder::program);
                    case PORT -> Comparator.comparingInt(RuleRow::firstPort);
                };
        return Comparator.comparing((RuleRow row) -> !row.ours())
                .thenComparing(order)
                .thenComparing(BY_NAME);
    }

    /** By the file's name; rules for any program come last. */
    private static String program(RuleRow row) {
        String path = row.program().substring(0, row.program().indexOf('\n'));
        String file = path.substring(path.lastIndexOf('\\') + 1);
        return file.isEmpty() ? "\uFFFF" : file;
    }
}
