package app.naru.windows;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.WinReg.HKEY;
import com.sun.jna.platform.win32.WinReg.HKEYByReference;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.win32.StdCallLibrary;
import com.sun.jna.win32.W32APIOptions;
import org.jspecify.annotations.Nullable;

/**
 * The few functions of advapi32.dll that reading the registry needs; for why they are here, see
 * {@link Kernel}. Each returns a Win32 error code.
 */
interface RegistryCalls extends StdCallLibrary {

    RegistryCalls INSTANCE =
            Native.load("advapi32", RegistryCalls.class, W32APIOptions.DEFAULT_OPTIONS);

    int RegOpenKeyEx(HKEY root, String key, int options, int access, HKEYByReference opened);

    int RegEnumValue(
            HKEY key,
            int index,
            char[] name,
            IntByReference nameLength,
            @Nullable IntByReference reserved,
            IntByReference type,
            Pointer data,
            IntByReference size);

    int RegEnumKeyEx(
            HKEY key,
            int index,
            char[] name,
            IntByReference nameLength,
            @Nullable IntByReference reserved,
            char @Nullable [] kind,
            @Nullable IntByReference kindLength,
            @Nullable Pointer lastWrite);

    int RegCloseKey(HKEY key);
}
