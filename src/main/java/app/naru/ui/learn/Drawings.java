package app.naru.ui.learn;

import app.naru.forward.Sentence;
import app.naru.ui.learn.Drawing.Figure;
import app.naru.ui.learn.Drawing.Row;
import app.naru.ui.learn.Drawing.Shape;
import java.util.List;

/** The pictures of the pages, with this PC's own addresses in them. */
final class Drawings {

    private static final String LOCAL = "127.0.0.1:8000";
    private static final Figure SERVER = Figure.of(Shape.SERVER, "learn.picture.server");
    private static final Figure SERVER_HERE =
            Figure.at(Shape.SERVER, "learn.picture.server", LOCAL);
    private static final Figure VISITOR = Figure.of(Shape.PHONE, "learn.picture.visitor");
    private static final Figure PHONE = Figure.of(Shape.PHONE, "learn.picture.phone");
    private static final Figure BROWSER = Figure.of(Shape.BROWSER, "learn.picture.browser");

    private Drawings() {}

    private static Block.Picture picture(String caption, Row... rows) {
        return new Block.Picture(new Drawing(Sentence.of(caption), List.of(rows)));
    }

    private static Figure pc(Here here) {
        return Figure.at(Shape.PC, "learn.picture.pc", here.internal());
    }

    private static Figure naru(Here here) {
        return Figure.at(Shape.RELAY, "learn.picture.naru", here.internal());
    }

    private static Figure router(Here here) {
        return Figure.at(Shape.ROUTER, "learn.picture.router", here.external());
    }

    static Block server(Here here) {
        return picture(
                "learn.picture.server.caption",
                Row.open(BROWSER, SERVER_HERE),
                Row.blockedBefore(3, PHONE, pc(here), SERVER_HERE));
    }

    static Block forwarding(Here here) {
        return picture(
                "learn.picture.forwarding.caption",
                Row.open(VISITOR, router(here), naru(here), SERVER_HERE));
    }

    static Block addresses(Here here) {
        return picture(
                "learn.picture.addresses.caption",
                Row.open(
                        Figure.of(Shape.INTERNET, "learn.picture.internet"),
                        router(here),
                        pc(here)));
    }

    static Block rules() {
        Figure firewall = Figure.of(Shape.FIREWALL, "learn.picture.firewall");
        return picture(
                "learn.picture.rules.caption",
                Row.blockedBefore(
                        3, Figure.of(Shape.PHONE, "learn.picture.other"), firewall, SERVER),
                Row.open(BROWSER, firewall, Figure.of(Shape.INTERNET, "learn.picture.internet")));
    }

    static Block wsl(Here here) {
        return picture(
                "learn.picture.wsl.caption",
                Row.open(
                        PHONE,
                        naru(here),
                        Figure.at(Shape.WSL, "learn.picture.wsl", here.wsl()),
                        SERVER));
    }

    static Block doubleNat(Here here) {
        return picture(
                "learn.picture.double.caption",
                Row.blockedBefore(
                        3,
                        VISITOR,
                        Figure.at(Shape.ROUTER, "learn.picture.modem", here.external()),
                        Figure.at(Shape.ROUTER, "learn.picture.router", here.router()),
                        pc(here)));
    }

    static Block cgnat(Here here) {
        return picture(
                "learn.picture.cgnat.caption",
                Row.blockedBefore(
                        3,
                        VISITOR,
                        Figure.at(Shape.PROVIDER, "learn.picture.provider", here.external()),
                        Figure.at(Shape.ROUTER, "learn.picture.router", "100.64.1.2"),
                        pc(here)));
    }

    static Block risks() {
        return picture(
                "learn.picture.risks.caption",
                Row.open(Figure.of(Shape.PC, "learn.picture.pc"), SERVER),
                Row.open(
                        Figure.of(Shape.PHONE, "learn.picture.lan"),
                        Figure.of(Shape.FIREWALL, "learn.picture.firewall"),
                        SERVER),
                Row.open(
                        Figure.of(Shape.PEOPLE, "learn.picture.everyone"),
                        Figure.of(Shape.ROUTER, "learn.picture.router"),
                        Figure.of(Shape.FIREWALL, "learn.picture.firewall"),
                        SERVER));
    }
}
