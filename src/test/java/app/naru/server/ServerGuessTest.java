package app.naru.server;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.Port;
import app.naru.forward.Protocol;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerGuessTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    DJANGO      | python3.11    | 8000 | python3 manage.py runserver 0.0.0.0:8000
                    DJANGO      | python.exe    | 8000 | C:\\venv\\Scripts\\python.exe manage.py runserver
                    DJANGO      | python3       | 9000 | /usr/bin/python3 -m django runserver 9000
                    FLASK       | python3.12    | 5000 | /venv/bin/python3 /venv/bin/flask --app hello run
                    FLASK       | flask.exe     | 5000 | flask run --debug
                    PYTHON_HTTP | python3.11    | 8000 | python3 -m http.server
                    PYTHON_WEB  | python3.11    | 8000 | /venv/bin/python /venv/bin/uvicorn main:app
                    PYTHON_WEB  | python3.11    | 8000 | /venv/bin/python /venv/bin/fastapi dev main.py
                    PYTHON_WEB  | python3.11    | 8000 | gunicorn: master [site.wsgi]
                    JUPYTER     | python3.11    | 8888 | /usr/bin/python3 /usr/bin/jupyter-lab
                    JUPYTER     | python.exe    | 8888 | python.exe -m jupyter notebook
                    UNKNOWN     | python3.11    | 41111 | /usr/bin/python3 -m ipykernel_launcher -f kernel.json
                    VITE        | node          | 5173 | node /home/me/app/node_modules/.bin/vite
                    VITE        | node.exe      | 5173 | "C:\\Program Files\\nodejs\\node.exe" C:\\app\\node_modules\\vite\\bin\\vite.js
                    ANGULAR     | node          | 4200 | node /app/node_modules/.bin/ng serve
                    ANGULAR     | node          | 4200 | ng serve
                    NEXT        | node          | 3000 | next-server (v15.1.0)
                    NEXT        | node          | 3000 | node /app/node_modules/.bin/next dev
                    WEBPACK     | node          | 8080 | node /app/node_modules/.bin/webpack serve
                    WEBPACK     | node          | 3000 | node /app/node_modules/react-scripts/scripts/start.js
                    NODE        | node          | 3000 | node server.js
                    NODE        | deno          | 8000 | deno run --allow-net main.ts
                    MINECRAFT   | java          | 25565 | java -Xmx4G -jar server.jar nogui
                    MINECRAFT   | java.exe      | 25565 | java -jar paper-1.21.jar
                    SPRING      | java          | 8080 | java -jar target/spring-petclinic-3.3.0.jar
                    SPRING      | java          | 8080 | /usr/bin/java -Dcatalina.base=/var/lib/tomcat10 org.apache.catalina.startup.Bootstrap start
                    UNKNOWN     | java          | 9999 | java -jar something.jar
                    RAILS       | ruby          | 3000 | puma 6.4.2 (tcp://127.0.0.1:3000) [blog]
                    PHP         | php8.2        | 8000 | php -S localhost:8000
                    PHP         | php           | 8000 | php artisan serve
                    ASPNET      | dotnet        | 5000 | dotnet run
                    NGINX       | nginx         | 80   | nginx: master process /usr/sbin/nginx
                    APACHE      | apache2       | 80   | /usr/sbin/apache2 -k start
                    APACHE      | httpd.exe     | 80   | C:\\xampp\\apache\\bin\\httpd.exe
                    POSTGRESQL  | postgres      | 5433 | /usr/lib/postgresql/15/bin/postgres -D /var/lib
                    MYSQL       | mysqld.exe    | 3307 | C:\\mysql\\bin\\mysqld.exe
                    REDIS       | redis-server  | 6380 | redis-server 127.0.0.1:6380
                    SSH         | sshd          | 2222 | sshd: /usr/sbin/sshd -D
                    RDP         | svchost.exe   | 3389 | C:\\Windows\\System32\\svchost.exe -k NetworkService -s TermService
                    SMB         | System        | 445  | System
                    SYSTEM      | svchost.exe   | 49664 | svchost.exe
                    SYSTEM      | systemd-resolved | 53 | /lib/systemd/systemd-resolved
                    SYSTEM      | cupsd         | 631  | /usr/sbin/cupsd -l
                    UNKNOWN     | wslrelay.exe  | 8000 | wslrelay.exe
                    """)
    void knowsAServerByItsProgramAndCommand(
            ServerKind kind, String program, int port, String command) {
        assertThat(guess(Protocol.TCP, port, Optional.of(program(program, command))))
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "TCP,22,SSH",
        "TCP,445,SMB",
        "TCP,3389,RDP",
        "TCP,5432,POSTGRESQL",
        "TCP,3306,MYSQL",
        "TCP,6379,REDIS",
        "TCP,25565,MINECRAFT",
        "TCP,135,SYSTEM",
        "UDP,68,SYSTEM",
        "UDP,5353,SYSTEM",
        "UDP,111,SYSTEM",
        "UDP,19132,MINECRAFT",
        "TCP,8000,UNKNOWN",
        "UDP,8000,UNKNOWN",
    })
    void goesByThePortWhereTheProgramCanNotBeSeen(Protocol protocol, int port, ServerKind kind) {
        assertThat(guess(protocol, port, Optional.empty())).isEqualTo(kind);
    }

    @Test
    void doesNotTakeAWebServersUdpSocketForTheWebServer() {
        assertThat(guess(Protocol.UDP, 3000, Optional.of(program("node", "node server.js"))))
                .isEqualTo(ServerKind.UNKNOWN);
    }

    private static ServerKind guess(Protocol protocol, int port, Optional<Program> program) {
        return ServerGuess.of(protocol, new Port(port), program);
    }

    private static Program program(String name, String command) {
        return new Program(4321, name, Optional.empty(), command);
    }
}
