package app.naru.internet;

import app.naru.forward.InvalidInput;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/**
 * Whom Naru may ask on the Internet.
 *
 * @param echo pages that show the visitor's address
 * @param check services that connect to a port when asked
 */
public record Contacts(List<StunServer> stun, List<URI> echo, List<CheckService> check) {

    public Contacts {
        stun = List.copyOf(stun);
        echo = List.copyOf(echo);
        check = List.copyOf(check);
    }

    /**
     * Reads them as the settings hold them.
     *
     * @throws InvalidInput if one of them is none
     */
    public static Contacts parse(List<String> stun, List<String> echo, List<String> check) {
        return new Contacts(
                stun.stream().map(StunServer::parse).toList(),
                echo.stream().map(Contacts::page).toList(),
                check.stream().map(CheckService::parse).toList());
    }

    /**
     * Reads a web address.
     *
     * @throws InvalidInput if it is none, or none of a web page
     */
    static URI page(String text) {
        try {
            URI uri = new URI(text.strip());
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (web && uri.getHost() != null && uri.getRawUserInfo() == null) {
                return uri;
            }
            throw new InvalidInput("internet.page", text);
        } catch (URISyntaxException malformed) {
            throw new InvalidInput("internet.page", text);
        }
    }
}
