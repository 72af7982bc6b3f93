package app.naru.ui.addresses;

import app.naru.forward.Sentence;
import app.naru.internet.WayIn;
import app.naru.router.MappedPort;
import app.naru.text.Texts;
import app.naru.ui.UiContext;
import app.naru.ui.addresses.RouterViewModel.Device;
import app.naru.ui.addresses.RouterViewModel.Entry;
import app.naru.ui.addresses.RouterViewModel.Owner;
import app.naru.ui.addresses.RouterViewModel.State;
import atlantafx.base.theme.Styles;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Makes the nodes of routers that have answered. */
final class RouterCards {

    private final UiContext context;
    private final Texts texts;
    private final RouterViewModel model;

    RouterCards(UiContext context, RouterViewModel model) {
        this.context = context;
        this.texts = context.texts();
        this.model = model;
    }

    List<Node> of(State.Answered answered) {
        List<Node> cards = new ArrayList<>();
        cards.add(way(answered.way()));
        answered.devices().forEach(device -> cards.add(card(device)));
        return cards;
    }

    private Node way(WayIn way) {
        VBox box = new VBox(AddressesController.label(texts.say(way.sentence())));
        way.help()
                .forEach(help ->
                        box.getChildren().add(AddressesController.label("• " + texts.say(help))));
        box.getStyleClass().addAll("gap-4", way.blocked() ? "notice" : "way-in");
        return box;
    }

    private Node card(Device device) {
        String address = device.router().at().address();
        Label title =
                AddressesController.label(
                        texts.say(
                                "addresses.device",
                                address,
                                String.join(", ", device.router().protocols())));
        title.getStyleClass().add("strong");
        Hyperlink open = new Hyperlink(texts.say("addresses.openRouter"));
        open.setOnAction(event -> context.browser().accept(page(address)));
        VBox card = new VBox(title, AddressesController.label(texts.say(device.external())), open);
        device.entries().map(this::entries).ifPresent(card.getChildren()::add);
        if (device.entries().isEmpty()) {
            card.getChildren().addAll(untold(device.own()));
        }
        card.getStyleClass().add("gap-8");
        return card;
    }

    private List<Node> untold(List<Entry> own) {
        return own.isEmpty()
                ? List.of(say("addresses.noList", Sentence.of("forwards.title")))
                : List.of(say("addresses.noList.own"), entries(own));
    }

    /** Returns the router's page; an IPv6 address stands in brackets. */
    static URI page(String address) {
        return URI.create("http://" + (address.contains(":") ? "[" + address + "]" : address));
    }

    private Node say(String key, Object... arguments) {
        Label label = AddressesController.label(texts.say(key, arguments));
        label.getStyleClass().add("muted");
        return label;
    }

    private Node entries(List<Entry> entries) {
        if (entries.isEmpty()) {
            return say("addresses.noMappings");
        }
        GridPane table = new GridPane();
        table.getStyleClass().add("mappings");
        table.addRow(
                0,
                heading("addresses.mapping.outside"),
                heading("addresses.mapping.inside"),
                heading("addresses.mapping.name"),
                heading("addresses.mapping.whose"));
        int row = 1;
        for (Entry entry : entries) {
            MappedPort port = entry.port();
            Label name = AddressesController.label(port.description());
            GridPane.setHgrow(name, Priority.ALWAYS);
            table.addRow(
                    row++,
                    AddressesController.label(port.protocol().name() + " " + port.externalPort()),
                    AddressesController.label(port.internalClient() + ":" + port.internalPort()),
                    name,
                    whose(entry));
        }
        return table;
    }

    private Label heading(String key) {
        return AddressesController.small(texts.say(key));
    }

    private Node whose(Entry entry) {
        Label owner = AddressesController.label(texts.say("addresses.owner." + entry.owner()));
        owner.setMinWidth(Label.USE_PREF_SIZE);
        HBox whose = new HBox(owner);
        whose.setAlignment(Pos.CENTER_LEFT);
        whose.getStyleClass().add("gap-8");
        if (entry.owner() == Owner.OURS) {
            Button remove = new Button(texts.say("addresses.remove"));
            remove.getStyleClass().addAll(Styles.SMALL, "mapping-remove");
            remove.setMinWidth(Button.USE_PREF_SIZE);
            remove.setAccessibleText(
                    texts.say(
                            Sentence.of(
                                    "addresses.remove.which",
                                    entry.port().protocol().name(),
                                    entry.port().externalPort())));
            remove.setOnAction(event -> model.remove(entry));
            whose.getChildren().add(remove);
        }
        return whose;
    }
}
