package app.naru.server;

/** How a server says that it does not answer to a host's name. */
public enum HostRefusal {
    /** Django's {@code DisallowedHost}, or its bare "Bad Request (400)". */
    DJANGO,
    /** "Blocked request. This host (…) is not allowed." */
    VITE,
    /** "Invalid Host header" of webpack-dev-server. */
    WEBPACK,
    /** "Blocked hosts: …" of ActionDispatch::HostAuthorization. */
    RAILS,
    /** Vite's or webpack's words before an Angular application. */
    ANGULAR
}
