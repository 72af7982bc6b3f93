package app.naru.ui;

import app.naru.forward.Sentence;
import app.naru.text.Texts;
import atlantafx.base.theme.Styles;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleGroup;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Binds a page's nodes to its view model, in one language. */
public final class Words {

    private final Texts texts;

    public Words(Texts texts) {
        this.texts = texts;
    }

    public Texts texts() {
        return texts;
    }

    /** Shows the sentence; while there is none, the label takes no room. */
    public void show(Labeled label, ObservableValue<Optional<Sentence>> sentence) {
        sentence.subscribe(now -> {
            label.setText(now.map(texts::say).orElse(""));
            present(label, now.isPresent());
        });
    }

    /** Shows the sentence. */
    public void say(Labeled label, ObservableValue<Sentence> sentence) {
        sentence.subscribe(now -> label.setText(texts.say(now)));
    }

    /** Says below the control what is wrong with its entry, and marks the control. */
    public void complain(
            Label below, Control control, ObservableValue<Optional<Sentence>> complaint) {
        show(below, complaint);
        complaint.subscribe(now -> {
            control.pseudoClassStateChanged(Styles.STATE_DANGER, now.isPresent());
            control.setAccessibleHelp(now.map(texts::say).orElse(null));
        });
    }

    /** Keeps the field and its entry the same, and says below it what is wrong with that. */
    public void bind(TextField field, Label below, Field<?> entry) {
        field.textProperty().bindBidirectional(entry.text());
        complain(below, field, entry.complaint());
    }

    /** Unfolds the part when something in it is wrong: what keeps people from going on is seen. */
    public static void unfoldToTell(
            TitledPane part, ObservableValue<Optional<Sentence>> complaint) {
        complaint.subscribe(now -> {
            if (now.isPresent()) {
                part.setExpanded(true);
            }
        });
    }

    /** Lets a list of choices show each by the text of its key. */
    public <T> StringConverter<T> named(Function<T, String> key) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : texts.say(key.apply(value));
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("chosen, not typed");
            }
        };
    }

    /** Shows the node or gives its room to others. */
    public static void present(Node node, boolean present) {
        node.setVisible(present);
        node.setManaged(present);
    }

    /** Lets one of the buttons be chosen and keeps the property and the choice the same. */
    public static <E> void choose(ObjectProperty<E> value, Map<E, ? extends Toggle> buttons) {
        ToggleGroup group = new ToggleGroup();
        buttons.forEach((each, button) -> {
            button.setToggleGroup(group);
            button.selectedProperty()
                    .addListener((observed, before, selected) -> {
                        if (selected) {
                            value.set(each);
                        }
                    });
        });
        value.subscribe(now -> {
            Toggle button = buttons.get(now);
            if (button != null) {
                group.selectToggle(button);
            }
        });
    }
}
