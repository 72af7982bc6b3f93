package app.naru.wsl;

/** What programs print inside a distribution. */
final class InsideSamples {

    static final String BOOT = "0f8fad5b-d9cb-469f-a165-70867728950e";

    private static final String TCP_HEADER =
            "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid "
                    + " timeout inode\n";

    private static final String UDP_HEADER =
            "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid "
                    + " timeout inode ref pointer drops\n";

    /** As {@code cat} prints the files of {@link InsideTables#FILES}. */
    static final String TABLES =
            BOOT
                    + "\n"
                    + "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT\n"
                    + "eth0\t00000000\t01B01CAC\t0003\t0\t0\t0\t00000000\t0\t0\t0\n"
                    + "docker0\t000011AC\t00000000\t0001\t0\t0\t0\t0000FFFF\t0\t0\t0\n"
                    + "eth0\t00B01CAC\t00000000\t0001\t0\t0\t0\t00F0FFFF\t0\t0\t0\n"
                    + "Main:\n"
                    + "  +-- 0.0.0.0/0 3 0 5\n"
                    + "     |-- 0.0.0.0\n"
                    + "        /0 universe UNICAST\n"
                    + "Local:\n"
                    + "  +-- 0.0.0.0/0 2 0 2\n"
                    + "     +-- 127.0.0.0/8 2 0 2\n"
                    + "           |-- 127.0.0.1\n"
                    + "              /32 host LOCAL\n"
                    + "     |-- 172.17.0.1\n"
                    + "        /32 host LOCAL\n"
                    + "     |-- 172.17.255.255\n"
                    + "        /32 link BROADCAST\n"
                    + "        |-- 172.28.185.15\n"
                    + "           /32 host LOCAL\n"
                    + TCP_HEADER
                    + socket("0100007F:1F40", "00000000:0000", "0A", 1000, 31001)
                    + socket("00000000:0BB8", "00000000:0000", "0A", 1000, 31002)
                    + socket("0FB91CAC:0BB8", "01B01CAC:C001", "01", 1000, 31009)
                    + TCP_HEADER.replace("rem_address", "remote_address")
                    + socket(
                            "00000000000000000000000000000000:1F90",
                            "00000000000000000000000000000000:0000",
                            "0A",
                            0,
                            31003)
                    + UDP_HEADER
                    + socket("00000000:14E9", "00000000:0000", "07", 102, 31004);

    /** As GNU's {@code find -ls} prints sockets. */
    static final String FOUND =
            """
                12345      0 lrwx------   1 me       me             64 Nov 22 20:05 /proc/411/fd/3 -> socket:[31001]
                12346      0 lrwx------   1 me       me             64 Nov 22 20:05 /proc/411/fd/4 -> socket:[99]
                12347      0 lrwx------   1 me       me             64 Nov 22 20:05 /proc/520/fd/18 -> socket:[31002]
            """;

    /** As {@code head -v} prints their command lines. */
    static final String COMMAND_LINES =
            "==> /proc/411/cmdline <==\n"
                    + "/usr/bin/python3\0manage.py\0runserver\0"
                    + "\n==> /proc/520/cmdline <==\n"
                    + "node\0/home/me/app/node_modules/.bin/vite\0";

    private InsideSamples() {}

    private static String socket(String local, String remote, String state, int uid, int inode) {
        return "   0: %s %s %s 00000000:00000000 00:00000000 00000000  %4d        0 %d 1 0000 100 0\n"
                .formatted(local, remote, state, uid, inode);
    }
}
