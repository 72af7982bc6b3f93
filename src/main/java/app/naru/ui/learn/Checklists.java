package app.naru.ui.learn;

import static app.naru.ui.learn.Block.checklist;
import static app.naru.ui.learn.Block.heading;
import static app.naru.ui.learn.Block.paragraph;
import static app.naru.ui.learn.Block.warning;

import app.naru.forward.Sentence;
import app.naru.server.UsualServer;
import java.util.List;

/** What to do for a kind of server, from its start to the first visitor. */
final class Checklists {

    private Checklists() {}

    private static Block start(UsualServer server) {
        return new Block.Command(server.startCommand().orElseThrow());
    }

    private static Block item(String key, Object... arguments) {
        return new Block.Checklist(List.of(Sentence.of(key, arguments)));
    }

    static List<Block> django(Here here) {
        String host = here.internal().text();
        return List.of(
                paragraph("learn.django.intro"),
                item("learn.django.1"),
                start(UsualServer.DJANGO),
                checklist("learn.django.2", "learn.django.3", "learn.django.4"),
                heading("learn.django.without.title"),
                paragraph("learn.django.without"),
                new Block.Command(
                        "ALLOWED_HOSTS = [\"localhost\", \"127.0.0.1\", \"%s\"]%nCSRF_TRUSTED_ORIGINS = [\"http://%s:8000\"]"
                                .formatted(host, host)),
                warning("learn.django.debug"));
    }

    static List<Block> vite(Here here) {
        return List.of(
                paragraph("learn.vite.intro"),
                item("learn.vite.1"),
                start(UsualServer.VITE),
                checklist("learn.vite.2", "learn.vite.3", "learn.vite.4"),
                paragraph("learn.vite.without"),
                new Block.Command("server: { allowedHosts: [\"pc.example.com\"] }"),
                warning("learn.vite.source"),
                new Block.Command("npm run build && npm run preview"));
    }

    static List<Block> minecraft(Here here) {
        return List.of(
                paragraph("learn.minecraft.intro"),
                item("learn.minecraft.1"),
                start(UsualServer.MINECRAFT),
                checklist("learn.minecraft.2", "learn.minecraft.3"),
                item("learn.minecraft.4", here.internal().sentence()),
                paragraph("learn.minecraft.whitelist"),
                new Block.Command("whitelist on"),
                new Block.Command("whitelist add NAME"),
                paragraph("learn.minecraft.lan"));
    }

    static List<Block> ssh(Here here) {
        return List.of(
                paragraph("learn.ssh.intro"),
                item("learn.ssh.1"),
                new Block.Command("Add-WindowsCapability -Online -Name OpenSSH.Server~~~~0.0.1.0"),
                item("learn.ssh.2"),
                new Block.Command("Start-Service sshd"),
                item("learn.ssh.3"),
                item("learn.ssh.4"),
                new Block.Command("ssh NAME@" + here.internal().text()),
                warning("learn.ssh.keys"));
    }

    static List<Block> rdp(Here here) {
        return List.of(
                paragraph("learn.rdp.intro"),
                checklist("learn.rdp.1", "learn.rdp.2", "learn.rdp.3"),
                item("learn.rdp.4", here.internal().sentence()),
                warning("learn.rdp.never"));
    }
}
