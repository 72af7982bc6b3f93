package app.naru.windows;

import com.sun.jna.Function;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.COM.COMException;
import com.sun.jna.platform.win32.COM.COMUtils;
import com.sun.jna.platform.win32.COM.Unknown;
import com.sun.jna.platform.win32.Guid.CLSID;
import com.sun.jna.platform.win32.Guid.GUID;
import com.sun.jna.platform.win32.Guid.IID;
import com.sun.jna.platform.win32.Ole32;
import com.sun.jna.platform.win32.WTypes;
import com.sun.jna.platform.win32.WinNT.HRESULT;
import com.sun.jna.ptr.PointerByReference;

/** A COM object, whose methods are called by their places; released in the end. */
final class ComObject implements AutoCloseable {

    private final Pointer object;

    ComObject(Pointer object) {
        this.object = object;
    }

    /**
     * @throws COMException if there is none of that class
     */
    static ComObject create(CLSID kind, IID interfaceId) {
        PointerByReference created = new PointerByReference();
        COMUtils.checkRC(
                Ole32.INSTANCE.CoCreateInstance(
                        kind, null, WTypes.CLSCTX_ALL, interfaceId, created));
        return new ComObject(created.getValue());
    }

    /**
     * Calls the method at that place of the object's table.
     *
     * @return S_OK or S_FALSE
     * @throws COMException if it fails
     */
    int call(int place, Object... arguments) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = object;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        Pointer table = object.getPointer(0);
        Function method =
                Function.getFunction(
                        table.getPointer((long) place * Native.POINTER_SIZE),
                        Function.ALT_CONVENTION);
        HRESULT result = new HRESULT(method.invokeInt(all));
        COMUtils.checkRC(result);
        return result.intValue();
    }

    /** Calls a method that gives another object. */
    ComObject get(int place) {
        PointerByReference result = new PointerByReference();
        call(place, result);
        return new ComObject(result.getValue());
    }

    /** Calls a method that gives a GUID, and returns {@code {…}}. */
    String guid(int place) {
        GUID guid = new GUID();
        call(place, guid);
        guid.read();
        return guid.toGuidString();
    }

    @Override
    public void close() {
        new Unknown(object).Release();
    }
}
