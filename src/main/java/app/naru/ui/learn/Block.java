package app.naru.ui.learn;

import app.naru.forward.Sentence;
import java.util.List;
import java.util.stream.Stream;

/** A piece of a page. */
sealed interface Block {

    /** Returns what is to be read in it. */
    default Stream<Sentence> sentences() {
        return switch (this) {
            case Heading(Sentence text) -> Stream.of(text);
            case Paragraph(Sentence text) -> Stream.of(text);
            case Points(List<Sentence> points) -> points.stream();
            case Steps(List<Sentence> steps) -> steps.stream();
            case Checklist(List<Sentence> items) -> items.stream();
            case Warning(Sentence text) -> Stream.of(text);
            case Command command -> Stream.empty();
            case Picture(Drawing drawing) -> Stream.of(drawing.caption());
        };
    }

    record Heading(Sentence text) implements Block {}

    record Paragraph(Sentence text) implements Block {}

    /** What belongs side by side. */
    record Points(List<Sentence> points) implements Block {}

    /** What is done one after the other. */
    record Steps(List<Sentence> steps) implements Block {}

    /** What is ticked off. */
    record Checklist(List<Sentence> items) implements Block {}

    record Warning(Sentence text) implements Block {}

    /** A command, or lines for a file, to copy. */
    record Command(String text) implements Block {}

    record Picture(Drawing drawing) implements Block {}

    static Block heading(String key) {
        return new Heading(Sentence.of(key));
    }

    static Block paragraph(String key, Object... arguments) {
        return new Paragraph(Sentence.of(key, arguments));
    }

    static Block warning(String key) {
        return new Warning(Sentence.of(key));
    }

    static Block points(String... keys) {
        return new Points(Stream.of(keys).map(Sentence::of).toList());
    }

    static Block steps(String... keys) {
        return new Steps(Stream.of(keys).map(Sentence::of).toList());
    }

    static Block checklist(String... keys) {
        return new Checklist(Stream.of(keys).map(Sentence::of).toList());
    }
}
