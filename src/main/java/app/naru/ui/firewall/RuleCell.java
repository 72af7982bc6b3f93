package app.naru.ui.firewall;

import app.naru.firewall.Action;
import app.naru.firewall.Direction;
import app.naru.firewall.PolicyStore;
import app.naru.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** A rule in the list: everything is put into words before, a cell only shows it. */
final class RuleCell extends ListCell<RuleRow> {

    private static final double WIDEST = 420;

    private final FontIcon icon = new FontIcon();
    private final Label name = new Label();
    private final Label words = new Label();
    private final Label mark = new Label();

    /** What has no room in the cell. */
    private final Tooltip whole = new Tooltip();

    private final HBox row;
    private final String ours;
    private final String managed;
    private final String in;
    private final String out;

    RuleCell(Texts texts) {
        ours = texts.say("rules.mark.ours");
        managed = texts.say("rules.mark.managed");
        in = texts.say("rules.direction.in");
        out = texts.say("rules.direction.out");
        name.getStyleClass().add("strong");
        words.getStyleClass().addAll("muted", "small", "rule-words");
        words.setWrapText(true);
        mark.getStyleClass().addAll("small", "rule-mark");
        mark.setMinWidth(USE_PREF_SIZE);
        name.setMinWidth(0);
        whole.setWrapText(true);
        whole.setMaxWidth(WIDEST);
        name.setTooltip(whole);
        words.setTooltip(whole);
        HBox title = new HBox(name, mark);
        title.getStyleClass().add("gap-8");
        title.setAlignment(Pos.CENTER_LEFT);
        VBox lines = new VBox(title, words);
        lines.setAlignment(Pos.CENTER_LEFT);
        lines.setMinWidth(0);
        HBox.setHgrow(lines, Priority.ALWAYS);
        row = new HBox(icon, lines);
        row.getStyleClass().add("gap-12");
        row.setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("rule-cell");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable RuleRow rule, boolean empty) {
        super.updateItem(rule, empty);
        if (rule == null || empty) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        boolean blocks = rule.rule().action() == Action.BLOCK;
        icon.setIconCode(
                blocks ? Material2OutlinedAL.BLOCK : Material2OutlinedAL.CHECK_CIRCLE_OUTLINE);
        if (!rule.rule().active()) {
            icon.setIconCode(Material2OutlinedMZ.PAUSE_CIRCLE_OUTLINE);
        }
        icon.getStyleClass().setAll("ikonli-font-icon", "rule-icon", style(rule, blocks));
        name.setText(rule.name());
        words.setText(rule.words());
        mark.setText(mark(rule));
        whole.setText(rule.name() + "\n" + rule.words());
        setAccessibleText(rule.name() + ". " + rule.words());
        setGraphic(row);
    }

    private static String style(RuleRow rule, boolean blocks) {
        if (!rule.rule().active()) {
            return "rule-off";
        }
        return blocks ? "rule-blocks" : "rule-allows";
    }

    private String mark(RuleRow rule) {
        String way = rule.rule().direction() == Direction.IN ? in : out;
        if (rule.ours()) {
            return ours + " · " + way;
        }
        return rule.stored().store() == PolicyStore.LOCAL ? way : managed + " · " + way;
    }
}
