package app.naru.wsl;

import static org.assertj.core.api.Assertions.assertThat;

import app.naru.forward.Address;
import app.naru.forward.Protocol;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class InsideTablesTest {

    @Test
    void readsAddressAndListenersOfARunningDistribution() {
        InsideTables tables = InsideTables.parse(InsideSamples.TABLES);
        assertThat(tables.boot()).isEqualTo("0f8fad5b-d9cb-469f-a165-70867728950e");
        assertThat(tables.eth0()).contains(Address.parse("172.28.185.15"));
        assertThat(tables.rows())
                .extracting(row ->
                        row.protocol()
                                + " "
                                + Address.withPort(row.address(), row.port())
                                + " "
                                + row.inode())
                .containsExactly(
                        "TCP 127.0.0.1:8000 31001",
                        "TCP 0.0.0.0:3000 31002",
                        "TCP [::]:8080 31003",
                        "UDP 0.0.0.0:5353 31004");
    }

    @Test
    void takesNoBridgeForTheAddress() {
        String onlyDocker =
                InsideSamples.TABLES
                        .replace("eth0\t", "docker0\t")
                        .replace("172.28.185.15", "172.17.0.1");
        assertThat(InsideTables.parse(onlyDocker).eth0()).isEmpty();
    }

    @Test
    void readsTheTablesOfThisKernel() throws Exception {
        StringBuilder text = new StringBuilder();
        for (String file : InsideTables.FILES) {
            if (Files.exists(Path.of(file))) {
                text.append(Files.readString(Path.of(file)));
            }
        }
        InsideTables tables = InsideTables.parse(text.toString());
        assertThat(tables.boot()).hasSize(36);
        assertThat(tables.rows())
                .allMatch(row -> row.protocol() == Protocol.TCP || row.protocol() == Protocol.UDP);
    }

    @Test
    void damagedTablesAreReadAsFarAsTheyGo() {
        Random random = new Random(5);
        for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder(InsideSamples.TABLES);
            for (int n = 0; n < 20; n++) {
                text.setCharAt(random.nextInt(text.length()), (char) (' ' + random.nextInt(96)));
            }
            text.setLength(random.nextInt(text.length()));
            assertThat(InsideTables.parse(text.toString()).rows()).hasSizeLessThan(8);
        }
    }
}
