package app.naru.diagnosis;

import java.util.List;

/** The answer to a scene, and what it offers. */
final class Answers {

    private Answers() {}

    static Finding answer(Scene scene) {
        return scene.diagnose().answer().orElseThrow();
    }

    /** Returns what can be copied from it. */
    static List<String> texts(Finding finding) {
        return finding.fixes().stream()
                .filter(Fix.Copy.class::isInstance)
                .map(fix -> ((Fix.Copy) fix).text())
                .toList();
    }

    /** Returns the first of its fixes that opens the forward otherwise. */
    static Fix.Reopen reopen(Finding finding) {
        return finding.fixes().stream()
                .filter(Fix.Reopen.class::isInstance)
                .map(Fix.Reopen.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
