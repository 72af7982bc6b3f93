package app.naru.ui.learn;

import app.naru.survey.Situation;
import app.naru.text.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/** Which pages there are to choose from, and which is read. */
final class LearnViewModel {

    private static final List<Topic> ALL = List.of(Topic.values());

    private final Texts texts;
    private final StringProperty search = new SimpleStringProperty("");
    private final ObjectProperty<Topic> topic;
    private final ObjectProperty<Here> here = new SimpleObjectProperty<>();
    private final ObjectBinding<List<Topic>> found;
    private final ObjectBinding<List<Block>> blocks;

    LearnViewModel(Texts texts, Topic first, Situation situation) {
        this.texts = texts;
        topic = new SimpleObjectProperty<>(first);
        here.set(Here.of(situation));
        found = Bindings.createObjectBinding(this::find, search);
        blocks = Bindings.createObjectBinding(() -> topic.get().content(here.get()), topic, here);
    }

    private List<Topic> find() {
        List<String> words =
                Arrays.stream(lower(search.get()).split("\\s+"))
                        .filter(word -> !word.isEmpty())
                        .toList();
        return ALL.stream()
                .filter(each -> {
                    String text = lower(text(each));
                    return words.stream().allMatch(text::contains);
                })
                .toList();
    }

    /** Returns all that is to be read of it. */
    private String text(Topic of) {
        return Stream.concat(
                        Stream.of(texts.say(of.title())),
                        of.content(here.get()).stream().flatMap(this::text))
                .collect(Collectors.joining("\n"));
    }

    private Stream<String> text(Block block) {
        return block instanceof Block.Command(String command)
                ? Stream.of(command)
                : block.sentences().map(texts::say);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Names the addresses of this PC as they are now. */
    void show(Situation situation) {
        here.set(Here.of(situation));
    }

    /** What the pages are searched for. */
    StringProperty search() {
        return search;
    }

    /** The pages in which every word of the search stands, in their order. */
    ObservableValue<List<Topic>> found() {
        return found;
    }

    /** The page that is read. */
    ObjectProperty<Topic> topic() {
        return topic;
    }

    /** What is on that page. */
    ObservableValue<List<Block>> blocks() {
        return blocks;
    }

    /** Returns the page before the one that is read. */
    Optional<Topic> previous() {
        return at(ALL.indexOf(topic.get()) - 1);
    }

    /** Returns the page after the one that is read. */
    Optional<Topic> next() {
        return at(ALL.indexOf(topic.get()) + 1);
    }

    private static Optional<Topic> at(int index) {
        return index < 0 || index >= ALL.size() ? Optional.empty() : Optional.of(ALL.get(index));
    }
}
