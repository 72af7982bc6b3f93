package app.naru.ui;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** How to make the controllers that an FXML file names. One that is not here fails at once. */
public final class Controllers {

    private final Map<Class<?>, Supplier<?>> suppliers = new HashMap<>();

    private Controllers() {}

    /** Returns those of a file that names none. */
    public static Controllers none() {
        return new Controllers();
    }

    /** Returns controllers that make this class so. */
    public static <C> Controllers of(Class<C> type, Supplier<? extends C> supplier) {
        return none().and(type, supplier);
    }

    /** Adds how to make this class. */
    public <C> Controllers and(Class<C> type, Supplier<? extends C> supplier) {
        suppliers.put(type, supplier);
        return this;
    }

    Object make(Class<?> type) {
        Supplier<?> supplier = suppliers.get(type);
        if (supplier == null) {
            throw new IllegalStateException("no controller is registered for " + type.getName());
        }
        return supplier.get();
    }
}
