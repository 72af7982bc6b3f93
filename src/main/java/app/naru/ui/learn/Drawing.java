package app.naru.ui.learn;

import app.naru.forward.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A picture before it is drawn: rows of figures, with a way from each to the next.
 *
 * @param caption what the picture shows, in words
 */
record Drawing(Sentence caption, List<Row> rows) {

    /** What a figure looks like. */
    enum Shape {
        PHONE,
        PC,
        ROUTER,
        FIREWALL,
        SERVER,
        BROWSER,
        INTERNET,
        RELAY,
        WSL,
        PROVIDER,
        PEOPLE
    }

    /** What becomes of who goes on to the next figure. */
    enum Way {
        PASSES,
        STOPS,
        /** It stopped before. */
        NOT_REACHED
    }

    /**
     * @param at the address that it is at, or what else is to be known of it
     */
    record Figure(Shape shape, Sentence name, Optional<Sentence> at) {

        static Figure of(Shape shape, String name) {
            return new Figure(shape, Sentence.of(name), Optional.empty());
        }

        static Figure at(Shape shape, String name, Here.Known address) {
            return new Figure(shape, Sentence.of(name), Optional.of(address.sentence()));
        }

        static Figure at(Shape shape, String name, String text) {
            return new Figure(
                    shape, Sentence.of(name), Optional.of(Sentence.of("addresses.is", text)));
        }
    }

    /**
     * @param ways one fewer than figures
     */
    record Row(List<Figure> figures, List<Way> ways) {

        Row {
            if (ways.size() != figures.size() - 1) {
                throw new IllegalArgumentException("a way leads from each figure to the next");
            }
        }

        /** Nothing stands in the way. */
        static Row open(Figure... figures) {
            return new Row(
                    List.of(figures),
                    Stream.generate(() -> Way.PASSES).limit(figures.length - 1L).toList());
        }

        private static Way before(int way, int stop) {
            if (way == stop) {
                return Way.STOPS;
            }
            return way < stop ? Way.PASSES : Way.NOT_REACHED;
        }

        /** The way to the figure of that number, counted from 1, leads no further. */
        static Row blockedBefore(int number, Figure... figures) {
            return new Row(
                    List.of(figures),
                    Stream.iterate(1, i -> i + 1)
                            .limit(figures.length - 1L)
                            .map(i -> before(i, number - 1))
                            .toList());
        }
    }
}
