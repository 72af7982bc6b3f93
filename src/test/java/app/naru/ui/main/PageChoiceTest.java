package app.naru.ui.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.naru.ui.Page;
import java.util.List;
import javafx.scene.Group;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

final class PageChoiceTest {

    private final Page first = page("first");
    private final Page second = page("second");
    private final PageChoice choice = new PageChoice(List.of(first, second));

    private static Page page(String id) {
        return new Page(
                id, "forwards.title", Material2OutlinedAL.DNS, Page.Place.TOP, c -> new Group());
    }

    @Test
    void beginsWithTheFirst() {
        assertThat(choice.shownProperty().get()).isEqualTo(first);
    }

    @Test
    void opensByItsId() {
        choice.open("second");

        assertThat(choice.shownProperty().get()).isEqualTo(second);
    }

    @Test
    void refusesAPageThatIsNotThere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> choice.open("third"))
                .withMessage("no page third among first, second");
    }

    @Test
    void refusesTwoOfOneId() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PageChoice(List.of(first, page("first"))));
    }
}
