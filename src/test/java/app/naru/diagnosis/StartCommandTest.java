package app.naru.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.Forward;
import app.naru.forward.ForwardName;
import app.naru.path.Situations;
import app.naru.text.Texts;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StartCommandTest {

    @ParameterizedTest
    @CsvSource({
        "Python http.server 8000, 8000, usually with: python -m http.server 8000",
        "My Django, 9000, usually with: python manage.py runserver 9000",
        "Flask, 5001, usually with: flask run --port 5001",
        "Vite, 5174, usually with: npm run dev -- --port 5174",
        "Shop, 8000, usually with: python manage.py runserver",
        "Minecraft Bedrock, 19132, usually with: bedrock_server",
        "Minecraft, 25565, usually with: java -jar server.jar nogui",
        "SSH, 8000, Start the server that listens on port 8000.",
        "Shop, 9000, Start the server that listens on port 9000.",
    })
    void isThatOfTheKindThatTheNameTells(String name, String port, String said) {
        Forward forward = Situations.forward(port, port, "lan").named(new ForwardName(name));

        assertThat(Texts.in(Locale.ENGLISH).say(StartCommand.of(forward, false))).endsWith(said);
    }
}
