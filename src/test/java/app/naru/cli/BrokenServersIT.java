package app.naru.cli;

import static app.naru.cli.Checked.copy;
import static app.naru.cli.Checked.find;
import static app.naru.cli.Checked.hop;
import static app.naru.cli.Checked.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Real servers in the way of their visitors: what is found, said and done, and that it helps. */
@Timeout(180)
final class BrokenServersIT extends ServedLab {

    @Test
    void aStoppedServerIsNamedAndItsStartHelps() throws Exception {
        probe().open("8000 8000 lan");

        JsonNode report = probe().finds("nothing-listens");
        assertThat(hop(report)).isEqualTo("server");
        assertThat(text(report))
                .isEqualTo("Nothing listens at port 8000 of this PC: the server is not running.");
        assertThat(Lab.fetch(8000)).isEmpty();

        files(8000, "127.0.0.1");
        probe().findsItWorks();
        assertThat(Lab.fetch(8000)).isEqualTo(PAGE);
    }

    @Test
    void aServerOnLoopbackIsOpenedByTheFix() throws Exception {
        files(8000, "127.0.0.1");
        probe().ask("bare 8000 8000 lan");

        JsonNode report = probe().finds("loopback-only");
        assertThat(hop(report)).isEqualTo("server");
        assertThat(text(report))
                .isEqualTo(
                        "The server at port 8000 of this PC listens to its own computer alone, so"
                                + " that nobody else gets to it.");
        assertThat(copy(report)).isEqualTo("python -m http.server --bind 0.0.0.0 8000");

        probe().fix(report, "open");
        probe().findsItWorks();
        assertThat(Lab.fetch(8000)).isEqualTo(PAGE);
    }

    @Test
    void aPortThatAnotherProgramHasIsLeftToIt() throws Exception {
        files(8000, "127.0.0.1");
        serve(8001, "socat", "TCP4-LISTEN:8001,bind=" + Lab.PC + ",fork", "SYSTEM:cat");
        probe().ask("keep 8001 8000 lan");

        JsonNode report = probe().finds("port-taken");
        assertThat(hop(report)).isEqualTo("server");
        assertThat(text(report))
                .matches(
                        "Port 8001 is taken by socat \\(\\d+\\), so that Naru can't listen there\\.");

        probe().fix(report, "open");
        probe().findsItWorks();
        assertThat(Lab.fetch(8002)).isEqualTo(PAGE);
    }

    @Test
    void aTlsServerBehindAPlainLinkGetsTheRightOne() throws Exception {
        Path key = folder.resolve("key.pem");
        Path certificate = folder.resolve("cert.pem");
        makeCertificate(key, certificate);
        serve(
                8000,
                "openssl",
                "s_server",
                "-quiet",
                "-www",
                "-accept",
                "127.0.0.1:8000",
                "-cert",
                certificate.toString(),
                "-key",
                key.toString());
        probe().open("8000 8000 lan");

        JsonNode report = probe().finds("tls-mismatch");
        assertThat(hop(report)).isEqualTo("server");
        assertThat(text(report))
                .isEqualTo(
                        "The link http://192.168.77.10:8000/ does not fit the server: it has to be"
                                + " https://192.168.77.10:8000/.");
        assertThat(Lab.output("lan2", "curl", "-sk", "-m", "10", copy(report)))
                .contains("s_server");
    }

    private static void makeCertificate(Path key, Path certificate) throws Exception {
        Process openssl =
                new ProcessBuilder(
                                "openssl",
                                "req",
                                "-x509",
                                "-newkey",
                                "rsa:2048",
                                "-nodes",
                                "-days",
                                "2",
                                "-subj",
                                "/CN=pc",
                                "-keyout",
                                key.toString(),
                                "-out",
                                certificate.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        assertThat(openssl.waitFor()).isZero();
    }

    @Test
    void aNameThatHttpModeDoesNotKnowIsToldAndLetIn() throws Exception {
        files(8001, "127.0.0.1");
        probe().open("8000 8001 lan http");
        assertThat(visit("home.example")).contains("Nothing is served under this name");

        JsonNode note = Objects.requireNonNull(find(probe().ask("check"), "asked-by-other-name"));
        assertThat(note.get("hop").asText()).isEqualTo("relay");
        assertThat(note.get("inTheWay").asBoolean()).isFalse();
        assertThat(text(note))
                .isEqualTo(
                        "Requests for names that HTTP mode does not answer to: 1 since it was"
                                + " opened, the last one for home.example.");

        probe().fix(note, 0);
        assertThat(visit("home.example")).isEqualTo(PAGE);
        assertThat(find(probe().ask("check"), "asked-by-other-name")).isNull();

        probe().undo();
        assertThat(visit("home.example")).contains("Nothing is served under this name");
    }
}
