package app.naru.ui.wizard;

import app.naru.server.LocalServer;
import app.naru.server.Program;
import app.naru.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/** A server of this PC in the list. */
final class ServerCell extends ListCell<LocalServer> {

    private final Texts texts;
    private final FontIcon icon = new FontIcon();
    private final Label kind = new Label();
    private final Label program = new Label();
    private final Label reach = new Label();
    private final Label port = new Label();
    private final HBox row;

    ServerCell(Texts texts) {
        this.texts = texts;
        getStyleClass().add("server-cell");
        kind.getStyleClass().add("strong");
        kind.setMinWidth(Region.USE_PREF_SIZE);
        program.getStyleClass().add("muted");
        reach.getStyleClass().addAll("small", "muted");
        reach.setMinWidth(Region.USE_PREF_SIZE);
        port.getStyleClass().addAll("strong", "server-port");
        port.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        row = new HBox(icon, kind, program, gap, reach, port);
        row.getStyleClass().add("gap-12");
        row.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(@Nullable LocalServer server, boolean empty) {
        super.updateItem(server, empty);
        if (empty || server == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        icon.setIconCode(
                server.kind().opensInBrowser()
                        ? Material2OutlinedAL.LANGUAGE
                        : Material2OutlinedAL.DNS);
        kind.setText(texts.say(server.kind().title()));
        program.setText(server.program().map(Program::name).orElse(""));
        reach.setText(reach(server));
        port.setText(server.protocol() + " " + server.port());
        setGraphic(row);
        setAccessibleText(
                String.join(
                        ", ", kind.getText(), program.getText(), port.getText(), reach.getText()));
    }

    private String reach(LocalServer server) {
        return server.distro()
                .map(distro ->
                        distro.isEmpty()
                                ? texts.say("wizard.server.reach.wsl")
                                : texts.say("wizard.server.reach.distro", distro))
                .orElseGet(() ->
                        texts.say(
                                server.loopbackOnly()
                                        ? "wizard.server.reach.loopback"
                                        : "wizard.server.reach.network"));
    }
}
